namespace ServiceBot.Bot.Outbox;

/// <summary>Where a reply on its way out stands.</summary>
internal enum OutboxState : short
{
    /// <summary>To be sent by API when due.</summary>
    Pending = 0,

    /// <summary>Claimed by a worker until the due time; a claim that lapses is tried again.</summary>
    Sending = 1,

    /// <summary>Kept for the provider's own response until the due time, then sent by API.</summary>
    OfferedPassively = 2,

    /// <summary>Went out in the provider's response; given again if the provider repeats its request.</summary>
    SentPassively = 3,

    /// <summary>With the provider.</summary>
    Sent = 4,

    /// <summary>Not allowed before the retailer writes again.</summary>
    WaitingForContact = 5,

    /// <summary>Will never arrive.</summary>
    GivenUp = 6,

    /// <summary>Went out as the first part of a later answer.</summary>
    Merged = 7,
}
