using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceBot.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "attachments",
                table: "tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "holder",
                table: "tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "delivery_stage",
                table: "outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "delivery_status",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "thread",
                table: "events",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    conversation = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guesses",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guesses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "TEXT", nullable: false),
                    license = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.id_hash);
                });

            migrationBuilder.CreateTable(
                name: "web_sessions",
                columns: table => new
                {
                    id_hash = table.Column<string>(type: "TEXT", nullable: false),
                    license = table.Column<string>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    chat_id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_sessions", x => x.id_hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_provider_message_id",
                table: "outbox",
                column: "provider_message_id");

            migrationBuilder.CreateIndex(
                name: "IX_events_thread_at",
                table: "events",
                columns: new[] { "thread", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_conversations_updated_at",
                table: "conversations",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_conversation",
                table: "attachments",
                column: "conversation");

            migrationBuilder.CreateIndex(
                name: "IX_guesses_subject_at",
                table: "guesses",
                columns: new[] { "subject", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_expires_at",
                table: "sign_ins",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_expires_at",
                table: "web_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_web_sessions_license",
                table: "web_sessions",
                column: "license");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "guesses");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "sign_ins");

            migrationBuilder.DropTable(
                name: "web_sessions");

            migrationBuilder.DropIndex(
                name: "IX_outbox_provider_message_id",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "IX_events_thread_at",
                table: "events");

            migrationBuilder.DropIndex(
                name: "IX_conversations_updated_at",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "attachments",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "holder",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "delivery_stage",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "delivery_status",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "events");
        }
    }
}
