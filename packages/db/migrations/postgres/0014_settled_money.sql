ALTER TABLE "unmatched_money" ADD COLUMN "settled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "unmatched_money" ADD COLUMN "settled_by" text;--> statement-breakpoint
ALTER TABLE "unmatched_money" ADD COLUMN "note" text;--> statement-breakpoint
CREATE INDEX "unmatched_money_open" ON "unmatched_money" USING btree ("settled_at","key");--> statement-breakpoint
ALTER TABLE "unmatched_money" ADD CONSTRAINT "unmatched_money_settled" CHECK (("unmatched_money"."settled_at" is null) = ("unmatched_money"."settled_by" is null) and ("unmatched_money"."settled_at" is null) = ("unmatched_money"."note" is null));