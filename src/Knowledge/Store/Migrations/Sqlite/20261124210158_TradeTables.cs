using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceBot.Knowledge.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TradeTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Additions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    License = table.Column<long>(type: "INTEGER", nullable: false),
                    ProductCode = table.Column<string>(type: "TEXT", nullable: false),
                    Cartons = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Additions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Arrivals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProductCode = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrivals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Questions = table.Column<string>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BandLimits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Band = table.Column<string>(type: "TEXT", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BandLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Hotlines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hotlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewBrands",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProductCode = table.Column<string>(type: "TEXT", nullable: false),
                    LaunchDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Taste = table.Column<string>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", nullable: false),
                    SellingPoint = table.Column<string>(type: "TEXT", nullable: false),
                    Picture = table.Column<string>(type: "TEXT", nullable: false),
                    MinTier = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxTier = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewBrands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    License = table.Column<long>(type: "INTEGER", nullable: false),
                    ProductCode = table.Column<string>(type: "TEXT", nullable: false),
                    Cartons = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EffectiveDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiryDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Brand = table.Column<string>(type: "TEXT", nullable: false),
                    Maker = table.Column<string>(type: "TEXT", nullable: false),
                    PriceClass = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    WholesalePrice = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    RetailPrice = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    Tar = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    Barcode = table.Column<string>(type: "TEXT", nullable: true),
                    Nicknames = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Retailers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    License = table.Column<long>(type: "INTEGER", nullable: false),
                    CustomerCode = table.Column<string>(type: "TEXT", nullable: false),
                    ShopName = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Market = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    OrderDay = table.Column<string>(type: "TEXT", nullable: false),
                    OrderWeeks = table.Column<string>(type: "TEXT", nullable: false),
                    DeliveryDay = table.Column<string>(type: "TEXT", nullable: true),
                    Route = table.Column<string>(type: "TEXT", nullable: false),
                    ManagerNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    District = table.Column<string>(type: "TEXT", nullable: true),
                    CreditGrade = table.Column<string>(type: "TEXT", nullable: true),
                    TerminalLevel = table.Column<string>(type: "TEXT", nullable: true),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Retailers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SettlementAccounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    License = table.Column<long>(type: "INTEGER", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", nullable: false),
                    CardTail = table.Column<string>(type: "TEXT", nullable: false),
                    Balance = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    BalanceAt = table.Column<string>(type: "TEXT", nullable: false),
                    Pending = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    DeductionAt = table.Column<string>(type: "TEXT", nullable: true),
                    LastResult = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Staff",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Routes = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupplyLimits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProductCode = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Band = table.Column<string>(type: "TEXT", nullable: false),
                    Market = table.Column<string>(type: "TEXT", nullable: true),
                    Formats = table.Column<string>(type: "TEXT", nullable: false),
                    Districts = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Condition = table.Column<string>(type: "TEXT", nullable: false),
                    Cells = table.Column<string>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<long>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplyLimits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Versions",
                columns: table => new
                {
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ImportedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    LoadedAt = table.Column<string>(type: "TEXT", nullable: false),
                    BookVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    BookLabel = table.Column<string>(type: "TEXT", nullable: false),
                    RetailersVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    RetailersLabel = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Versions", x => x.Version);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Additions_EndsAt_StartsAt",
                table: "Additions",
                columns: new[] { "EndsAt", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Additions_License",
                table: "Additions",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_BandLimits_EndsAt_StartsAt",
                table: "BandLimits",
                columns: new[] { "EndsAt", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Date_License",
                table: "Orders",
                columns: new[] { "Date", "License" });

            migrationBuilder.CreateIndex(
                name: "IX_Retailers_License",
                table: "Retailers",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_Retailers_Phone",
                table: "Retailers",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_SettlementAccounts_License",
                table: "SettlementAccounts",
                column: "License");

            migrationBuilder.CreateIndex(
                name: "IX_SupplyLimits_EndsAt_StartsAt",
                table: "SupplyLimits",
                columns: new[] { "EndsAt", "StartsAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Additions");

            migrationBuilder.DropTable(
                name: "Arrivals");

            migrationBuilder.DropTable(
                name: "Articles");

            migrationBuilder.DropTable(
                name: "BandLimits");

            migrationBuilder.DropTable(
                name: "Hotlines");

            migrationBuilder.DropTable(
                name: "NewBrands");

            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropTable(
                name: "PolicyNotices");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "Retailers");

            migrationBuilder.DropTable(
                name: "SettlementAccounts");

            migrationBuilder.DropTable(
                name: "Staff");

            migrationBuilder.DropTable(
                name: "SupplyLimits");

            migrationBuilder.DropTable(
                name: "Versions");
        }
    }
}
