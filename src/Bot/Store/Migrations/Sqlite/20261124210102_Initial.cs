using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceBot.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "code_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    license = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    license = table.Column<string>(type: "TEXT", nullable: true),
                    contact_kind = table.Column<short>(type: "INTEGER", nullable: false),
                    contact_at = table.Column<long>(type: "INTEGER", nullable: false),
                    pushed_since = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => new { x.conversation, x.number });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    inbox_seq = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    messages_sent = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    provider_message_id = table.Column<string>(type: "TEXT", nullable: true),
                    last_code = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    license = table.Column<string>(type: "TEXT", nullable: true),
                    staff_number = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tickets", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_code_requests_license_at",
                table: "code_requests",
                columns: new[] { "license", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_license",
                table: "conversations",
                column: "license");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_conversation_sent_at_seq",
                table: "inbox",
                columns: new[] { "conversation", "sent_at", "seq" },
                filter: "done = 0");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_line_message_id",
                table: "inbox",
                columns: new[] { "line", "message_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_conversation_id",
                table: "outbox",
                columns: new[] { "conversation", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_inbox_seq",
                table: "outbox",
                column: "inbox_seq");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_tickets_license",
                table: "tickets",
                column: "license");

            migrationBuilder.CreateIndex(
                name: "IX_tickets_status_due_at",
                table: "tickets",
                columns: new[] { "status", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "code_requests");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "tickets");
        }
    }
}
