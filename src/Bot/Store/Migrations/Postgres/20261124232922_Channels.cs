using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServiceBot.Bot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "attachments",
                schema: "bot",
                table: "tickets",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "holder",
                schema: "bot",
                table: "tickets",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "delivery_stage",
                schema: "bot",
                table: "outbox",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "delivery_status",
                schema: "bot",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "thread",
                schema: "bot",
                table: "events",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attachments",
                schema: "bot",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guesses",
                schema: "bot",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guesses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                schema: "bot",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                schema: "bot",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "text", nullable: false),
                    license = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "web_sessions",
                schema: "bot",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "text", nullable: false),
                    license = table.Column<string>(type: "text", nullable: false),
                    holder = table.Column<string>(type: "text", nullable: false),
                    chat_id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_provider_message_id",
                schema: "bot",
                table: "outbox",
                column: "provider_message_id");

            migrationBuilder.CreateIndex(
                name: "IX_events_thread_at",
                schema: "bot",
                table: "events",
                columns: new[] { "thread", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_updated_at",
                schema: "bot",
                table: "conversations",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_conversation",
                schema: "bot",
                table: "attachments",
                column: "conversation");

            migrationBuilder.CreateIndex(
                name: "IX_guesses_subject_at",
                schema: "bot",
                table: "guesses",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_expires_at",
                schema: "bot",
                table: "sign_ins",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_expires_at",
                schema: "bot",
                table: "web_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_license",
                schema: "bot",
                table: "web_sessions",
                column: "license");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "guesses",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "protection_keys",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "sign_ins",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "web_sessions",
                schema: "bot");

            migrationBuilder.DropIndex(
                name: "IX_outbox_provider_message_id",
                schema: "bot",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_events_thread_at",
                schema: "bot",
                table: "events");

            migrationBuilder.DropIndex(
                name: "IX_conversations_updated_at",
                schema: "bot",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "attachments",
                schema: "bot",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "holder",
                schema: "bot",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "delivery_stage",
                schema: "bot",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "delivery_status",
                schema: "bot",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "thread",
                schema: "bot",
                table: "events");
        }
    }
}
