using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServiceBot.Bot.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "bot");

            migrationBuilder.CreateTable(
                name: "code_requests",
                schema: "bot",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    license = table.Column<string>(type: "text", nullable: false),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                schema: "bot",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    license = table.Column<string>(type: "text", nullable: true),
                    contact_kind = table.Column<short>(type: "smallint", nullable: false),
                    contact_at = table.Column<long>(type: "bigint", nullable: false),
                    pushed_since = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "bot",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => new { x.conversation, x.number });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "bot",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    done = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "bot",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    inbox_seq = table.Column<long>(type: "bigint", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    messages_sent = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    provider_message_id = table.Column<string>(type: "text", nullable: true),
                    last_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                schema: "bot",
                columns: table => new
                {
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    conversation = table.Column<string>(type: "text", nullable: false),
                    license = table.Column<string>(type: "text", nullable: true),
                    staff_number = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_code_requests_license_at",
                schema: "bot",
                table: "code_requests",
                columns: new[] { "license", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_license",
                schema: "bot",
                table: "conversations",
                column: "license");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_conversation_sent_at_seq",
                schema: "bot",
                table: "inbox",
                columns: new[] { "conversation", "sent_at", "seq" },
                filter: "NOT done");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_line_message_id",
                schema: "bot",
                table: "inbox",
                columns: new[] { "line", "message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_conversation_id",
                schema: "bot",
                table: "outbox",
                columns: new[] { "conversation", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_inbox_seq",
                schema: "bot",
                table: "outbox",
                column: "inbox_seq");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_due_at",
                schema: "bot",
                table: "outbox",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_license",
                schema: "bot",
                table: "tickets",
                column: "license");

            migrationBuilder.CreateIndex(
                name: "IX_tickets_status_due_at",
                schema: "bot",
                table: "tickets",
                columns: new[] { "status", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "code_requests",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "conversations",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "events",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "bot");

            migrationBuilder.DropTable(
                name: "tickets",
                schema: "bot");
        }
    }
}
