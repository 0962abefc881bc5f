using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Bot.Store;

/// <summary>The conversation store: inbox, conversations, event log, outbox, tickets.</summary>
internal abstract class BotContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<TicketRow> Tickets => Set<TicketRow>();

    public DbSet<CodeRequestRow> CodeRequests => Set<CodeRequestRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<GuessRow> Guesses => Set<GuessRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<WebSessionRow> WebSessions => Set<WebSessionRow>();

    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InboxRow>(row =>
        {
            row.ToTable("inbox").HasKey(inbox => inbox.Seq);
            row.HasIndex(inbox => new { inbox.Line, inbox.MessageId }).IsUnique();
            row.HasIndex(inbox => new { inbox.Conversation, inbox.SentAt, inbox.Seq })
                .HasFilter(Database.IsNpgsql() ? "NOT done" : "done = 0");
        });
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.ToTable("conversations").HasKey(conversation => conversation.Key);
            row.HasIndex(conversation => conversation.License);
            row.HasIndex(conversation => conversation.UpdatedAt);
        });
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(@event => new { @event.Conversation, @event.Number });
            row.HasIndex(@event => new { @event.Thread, @event.At });
        });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox").HasKey(outbox => outbox.Id);
            row.HasIndex(outbox => outbox.InboxSeq);
            row.HasIndex(outbox => outbox.ProviderMessageId);
            row.HasIndex(outbox => new { outbox.State, outbox.DueAt });
            row.HasIndex(outbox => new { outbox.Conversation, outbox.Id });
            row.HasIndex(outbox => outbox.Conversation, "IX_outbox_open").HasFilter(OutboxRow.Open);
        });
        modelBuilder.Entity<TicketRow>(row =>
        {
            row.ToTable("tickets").HasKey(ticket => ticket.Number);
            row.HasIndex(ticket => new { ticket.Status, ticket.DueAt });
            row.HasIndex(ticket => ticket.License);
        });
        modelBuilder.Entity<CodeRequestRow>(row =>
        {
            row.ToTable("code_requests").HasKey(request => request.Id);
            row.HasIndex(request => new { request.License, request.At });
        });
        AddIdentity(modelBuilder);
        UseSnakeCase(modelBuilder);
    }

    /// <summary>Who is who on the web, and what they sent.</summary>
    private static void AddIdentity(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AttachmentRow>(row =>
        {
            row.ToTable("attachments").HasKey(attachment => attachment.Id);
            row.HasIndex(attachment => attachment.Conversation);
        });
        modelBuilder.Entity<GuessRow>(row =>
        {
            row.ToTable("guesses").HasKey(guess => guess.Id);
            row.HasIndex(guess => new { guess.Subject, guess.At });
        });
        modelBuilder.Entity<SignInRow>(row =>
        {
            row.ToTable("sign_ins").HasKey(signIn => signIn.IdHash);
            row.HasIndex(signIn => signIn.ExpiresAt);
        });
        modelBuilder.Entity<WebSessionRow>(row =>
        {
            row.ToTable("web_sessions").HasKey(session => session.IdHash);
            row.HasIndex(session => session.ExpiresAt);
            row.HasIndex(session => session.License);
        });
        modelBuilder.Entity<ProtectionKeyRow>(row => row.ToTable("protection_keys").HasKey(key => key.Name));
    }

    private static void UseSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(string.Concat(property.Name.Select((letter, index) =>
                index > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString())));
        }
    }
}

/// <summary>The store on SQLite.</summary>
internal sealed class SqliteBotContext(DbContextOptions<SqliteBotContext> options) : BotContext(options);

/// <summary>The store on PostgreSQL, in a schema of its own.</summary>
internal sealed class PostgresBotContext(DbContextOptions<PostgresBotContext> options) : BotContext(options)
{
    public const string Schema = "bot";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        base.OnModelCreating(modelBuilder);
    }
}
