CREATE TABLE "past_prices" (
	"variant_id" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"price_cents" bigint NOT NULL,
	"compare_at_cents" bigint,
	CONSTRAINT "past_prices_variant_id_until_pk" PRIMARY KEY("variant_id","until")
);
--> statement-breakpoint
ALTER TABLE "past_prices" ADD CONSTRAINT "past_prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;