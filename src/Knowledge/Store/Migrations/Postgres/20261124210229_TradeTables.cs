using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServiceBot.Knowledge.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TradeTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "trade");

            migrationBuilder.CreateTable(
                name: "Additions",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    License = table.Column<long>(type: "bigint", nullable: false),
                    ProductCode = table.Column<string>(type: "text", nullable: false),
                    Cartons = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Additions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Arrivals",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    ProductCode = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrivals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Questions = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BandLimits",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Band = table.Column<string>(type: "text", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BandLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Hotlines",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Hours = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hotlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewBrands",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProductCode = table.Column<string>(type: "text", nullable: false),
                    LaunchDate = table.Column<DateOnly>(type: "date", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Taste = table.Column<string>(type: "text", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    SellingPoint = table.Column<string>(type: "text", nullable: false),
                    Picture = table.Column<string>(type: "text", nullable: false),
                    MinTier = table.Column<int>(type: "integer", nullable: false),
                    MaxTier = table.Column<int>(type: "integer", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewBrands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    License = table.Column<long>(type: "bigint", nullable: false),
                    ProductCode = table.Column<string>(type: "text", nullable: false),
                    Cartons = table.Column<int>(type: "integer", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyNotices",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EffectiveDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiryDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Brand = table.Column<string>(type: "text", nullable: false),
                    Maker = table.Column<string>(type: "text", nullable: false),
                    PriceClass = table.Column<string>(type: "text", nullable: false),
                    Form = table.Column<string>(type: "text", nullable: false),
                    WholesalePrice = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    RetailPrice = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    Tar = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    Barcode = table.Column<string>(type: "text", nullable: true),
                    Nicknames = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Retailers",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    License = table.Column<long>(type: "bigint", nullable: false),
                    CustomerCode = table.Column<string>(type: "text", nullable: false),
                    ShopName = table.Column<string>(type: "text", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Tier = table.Column<int>(type: "integer", nullable: false),
                    Market = table.Column<string>(type: "text", nullable: false),
                    Format = table.Column<string>(type: "text", nullable: false),
                    OrderDay = table.Column<string>(type: "text", nullable: false),
                    OrderWeeks = table.Column<string>(type: "text", nullable: false),
                    DeliveryDay = table.Column<string>(type: "text", nullable: true),
                    Route = table.Column<string>(type: "text", nullable: false),
                    ManagerNumber = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false),
                    District = table.Column<string>(type: "text", nullable: true),
                    CreditGrade = table.Column<string>(type: "text", nullable: true),
                    TerminalLevel = table.Column<string>(type: "text", nullable: true),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Retailers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SettlementAccounts",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    License = table.Column<long>(type: "bigint", nullable: false),
                    Bank = table.Column<string>(type: "text", nullable: false),
                    CardTail = table.Column<string>(type: "text", nullable: false),
                    Balance = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    BalanceAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Pending = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    DeductionAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastResult = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Staff",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Role = table.Column<string>(type: "text", nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: false),
                    Routes = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupplyLimits",
                schema: "trade",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProductCode = table.Column<string>(type: "text", nullable: false),
                    Method = table.Column<string>(type: "text", nullable: false),
                    Band = table.Column<string>(type: "text", nullable: false),
                    Market = table.Column<string>(type: "text", nullable: true),
                    Formats = table.Column<string>(type: "text", nullable: false),
                    Districts = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "text", nullable: false),
                    Condition = table.Column<string>(type: "text", nullable: false),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    AddedIn = table.Column<long>(type: "bigint", nullable: false),
                    RemovedIn = table.Column<long>(type: "bigint", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Versions",
                schema: "trade",
                columns: table => new
                {
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ImportedBy = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    LoadedAt = table.Column<string>(type: "text", nullable: false),
                    BookVersion = table.Column<long>(type: "bigint", nullable: false),
                    BookLabel = table.Column<string>(type: "text", nullable: false),
                    RetailersVersion = table.Column<long>(type: "bigint", nullable: false),
                    RetailersLabel = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versions", x => x.Version);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Additions_EndsAt_StartsAt",
                schema: "trade",
                table: "Additions",
                columns: new[] { "EndsAt", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Additions_License",
                schema: "trade",
                table: "Additions",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_BandLimits_EndsAt_StartsAt",
                schema: "trade",
                table: "BandLimits",
                columns: new[] { "EndsAt", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Date_License",
                schema: "trade",
                table: "Orders",
                columns: new[] { "Date", "License" });

            migrationBuilder.CreateIndex(
                name: "IX_Retailers_License",
                schema: "trade",
                table: "Retailers",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_Retailers_Phone",
                schema: "trade",
                table: "Retailers",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_SettlementAccounts_License",
                schema: "trade",
                table: "SettlementAccounts",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_SupplyLimits_EndsAt_StartsAt",
                schema: "trade",
                table: "SupplyLimits",
                columns: new[] { "EndsAt", "StartsAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Additions",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Arrivals",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Articles",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "BandLimits",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Hotlines",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "NewBrands",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Orders",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "PolicyNotices",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Products",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Retailers",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "SettlementAccounts",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Staff",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "SupplyLimits",
                schema: "trade");

            migrationBuilder.DropTable(
                name: "Versions",
                schema: "trade");
        }
    }
}
