namespace ServiceBot.Bot.Store;

/// <summary>
/// The conversation store's tables. The hot path reads and writes them by the few statements in the stores beside
/// each feature; this model makes the schema and serves the rare reads. Instants are Unix milliseconds.
/// </summary>
internal sealed class InboxRow
{
    public long Seq { get; set; }

    public required string Conversation { get; set; }

    /// <summary>Channel and account: duplicates are found within it.</summary>
    public required string Line { get; set; }

    public required string MessageId { get; set; }

    /// <summary>The message as JSON; emptied once it is in the event log.</summary>
    public required string Body { get; set; }

    public long SentAt { get; set; }

    public long ReceivedAt { get; set; }

    public bool Done { get; set; }
}

/// <summary>A conversation's snapshot and what the reply window needs.</summary>
internal sealed class ConversationRow
{
    public required string Key { get; set; }

    public long Version { get; set; }

    public required string State { get; set; }

    public string? License { get; set; }

    public short ContactKind { get; set; }

    public long ContactAt { get; set; }

    public int PushedSince { get; set; }

    public long UpdatedAt { get; set; }
}

/// <summary>One event of a conversation's log. Never edited.</summary>
internal sealed class EventRow
{
    public required string Conversation { get; set; }

    public long Number { get; set; }

    public long At { get; set; }

    public required string Body { get; set; }

    /// <summary>The retailer's thread that it belongs to (licence/holder); null while the sender was unknown.</summary>
    public string? Thread { get; set; }
}

/// <summary>One reply on its way out.</summary>
internal sealed class OutboxRow
{
    /// <summary>
    /// The condition of the index of replies that are not done: pending, sending, offered, waiting for contact. Word for
    /// word in a query it finds a conversation's few open replies among all that it ever had.
    /// </summary>
    public const string Open = "state IN (0, 1, 2, 5)";

    public long Id { get; set; }

    public required string Conversation { get; set; }

    /// <summary>The message it answers; null when nothing was asked.</summary>
    public long? InboxSeq { get; set; }

    /// <summary>The reply as JSON; emptied once the API took it.</summary>
    public required string Body { get; set; }

    public short State { get; set; }

    public int MessagesSent { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it may be tried (again); while it is being sent, when that claim lapses.</summary>
    public long DueAt { get; set; }

    public long CreatedAt { get; set; }

    public string? ProviderMessageId { get; set; }

    public string? LastCode { get; set; }

    /// <summary>The furthest <see cref="Channels.Contracts.DeliveryStage"/> that the provider reported.</summary>
    public short DeliveryStage { get; set; }

    /// <summary>The provider's word for it.</summary>
    public string? DeliveryStatus { get; set; }
}

/// <summary>Something a person has to do: a complaint or a call back.</summary>
internal sealed class TicketRow
{
    public required string Number { get; set; }

    public required string Kind { get; set; }

    public required string Conversation { get; set; }

    public string? License { get; set; }

    /// <summary>The mark of who held the licence then; null when the sender was unknown.</summary>
    public string? Holder { get; set; }

    public string? StaffNumber { get; set; }

    public required string Text { get; set; }

    /// <summary>Ids of files that came with it, separated by commas; null for none.</summary>
    public string? Attachments { get; set; }

    public required string Status { get; set; }

    public long CreatedAt { get; set; }

    public long DueAt { get; set; }
}

/// <summary>A binding code that was sent, counted so that nobody can have codes sent without end.</summary>
internal sealed class CodeRequestRow
{
    public long Id { get; set; }

    public required string License { get; set; }

    public required string Conversation { get; set; }

    public long At { get; set; }
}

/// <summary>A file that a retailer sent.</summary>
internal sealed class AttachmentRow
{
    /// <summary>Cannot be guessed.</summary>
    public required string Id { get; set; }

    public required string Conversation { get; set; }

    public required string ContentType { get; set; }

    public string? Name { get; set; }

    public required byte[] Bytes { get; set; }

    public long At { get; set; }
}

/// <summary>A failed try to prove who one is, counted so that nobody can guess without end.</summary>
internal sealed class GuessRow
{
    public long Id { get; set; }

    /// <summary>What was guessed at or from where, such as <c>license:330106100123</c> or <c>from:web/…</c>.</summary>
    public required string Subject { get; set; }

    public long At { get; set; }
}

/// <summary>A sign-in to the self-service pages that waits for its code.</summary>
internal sealed class SignInRow
{
    /// <summary>Hash of what the browser holds.</summary>
    public required string IdHash { get; set; }

    public required string License { get; set; }

    public required string CodeHash { get; set; }

    public int WrongTries { get; set; }

    public long ExpiresAt { get; set; }
}

/// <summary>A signed-in browser.</summary>
internal sealed class WebSessionRow
{
    /// <summary>Hash of what the browser's cookie holds.</summary>
    public required string IdHash { get; set; }

    public required string License { get; set; }

    /// <summary>The mark of who held the licence at sign-in; the session is void once it no longer fits.</summary>
    public required string Holder { get; set; }

    /// <summary>The id of the session's own web chat; cannot be guessed.</summary>
    public required string ChatId { get; set; }

    public long CreatedAt { get; set; }

    public long SeenAt { get; set; }

    public long ExpiresAt { get; set; }
}

/// <summary>A key that protects cookies and forms, shared by all processes.</summary>
internal sealed class ProtectionKeyRow
{
    public required string Name { get; set; }

    public required string Xml { get; set; }
}
