CREATE TABLE "import_files" (
	"import_id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"language" text NOT NULL,
	"vat_category" text,
	"state" text NOT NULL,
	"rows" bigint NOT NULL,
	"products" bigint NOT NULL,
	"done" bigint NOT NULL,
	"created" bigint NOT NULL,
	"changed" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"new_variants" bigint NOT NULL,
	"error_count" bigint NOT NULL,
	"errors" jsonb NOT NULL,
	"actor_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "import_jobs_done" CHECK ("import_jobs"."done" >= 0 and "import_jobs"."done" <= "import_jobs"."products"),
	CONSTRAINT "import_jobs_counts" CHECK ("import_jobs"."created" + "import_jobs"."changed" + "import_jobs"."unchanged" <= "import_jobs"."products")
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"path" text PRIMARY KEY NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pictures_size" CHECK ("pictures"."width" > 0 and "pictures"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "product_previews" (
	"product_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_by_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "product_previews_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_import_jobs_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import_jobs"("id") ON DELETE no action ON UPDATE no action;