using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceBot.Bot.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_outbox_open",
                table: "outbox",
                column: "conversation",
                filter: "state IN (0, 1, 2, 5)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_open",
                table: "outbox");
        }
    }
}
