CREATE TABLE "product_slugs" (
	"slug" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"language" text NOT NULL,
	"beginning" text NOT NULL,
	"whole" boolean NOT NULL,
	CONSTRAINT "search_words_language_beginning_pk" PRIMARY KEY("language","beginning")
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "shown_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "product_slugs" ADD CONSTRAINT "product_slugs_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_slugs_of_product" ON "product_slugs" USING btree ("product_id");--> statement-breakpoint
INSERT INTO "product_slugs" ("slug", "product_id") SELECT "slug", "id" FROM "products";--> statement-breakpoint
UPDATE "products" SET "shown_at" = "created_at" WHERE "state" <> 'draft';--> statement-breakpoint
INSERT INTO "search_words" ("language", "beginning", "whole")
SELECT language, left(one, letters), bool_or(letters = length(one))
FROM (
  SELECT DISTINCT language, one FROM product_words, regexp_split_to_table(words, ' ') AS one WHERE length(one) >= 3
) AS known, generate_series(3, length(one)) AS letters
GROUP BY 1, 2;
