CREATE TABLE "document_files" (
	"number" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_files_hash" CHECK (length("document_files"."sha256") = 64)
);
