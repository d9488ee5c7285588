ALTER TABLE "messages" ALTER COLUMN "author_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "threads_of_order" ON "threads" USING btree ("order_id","id");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_written" CHECK ("messages"."author_id" is not null or "messages"."author" = 'customer');--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_owned" CHECK ("threads"."user_id" is not null or "threads"."order_id" is not null);