using System.Text;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The form that the intent model reads: things named become one capital letter each, so that what was learned of one
/// product, amount or day holds for all; synonyms are folded; spaces and punctuation, which voice recognition sets at will,
/// are gone except the question mark alone.
/// </summary>
internal static class ModelText
{
    /// <summary>Stands for a product.</summary>
    public const char Product = 'P';

    /// <summary>Stands for an amount with its unit.</summary>
    public const char Quantity = 'Q';

    /// <summary>Stands for a day or a span of days.</summary>
    public const char Date = 'D';

    /// <summary>Stands for a licence number.</summary>
    public const char License = 'L';

    /// <summary>Stands for a phone number.</summary>
    public const char Phone = 'M';

    /// <summary>Stands for a ticket number.</summary>
    public const char Ticket = 'K';

    /// <summary>Stands for goods or services that are not ours.</summary>
    public const char Foreign = 'X';

    /// <summary>Makes the model's form of a normalised text with the things found in it, in order of appearance.</summary>
    public static string Of(string text, IReadOnlyList<EntitySpan> spans, Synonyms synonyms)
    {
        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans.Where(span => Placeholder(span.Entity) is not null))
        {
            AppendWords(masked, text.AsSpan(position, span.Start - position));
            masked.Append(Placeholder(span.Entity));
            position = span.End;
        }

        AppendWords(masked, text.AsSpan(position));
        return masked.Length == 0 && text.Contains('?', StringComparison.Ordinal) ? "?" : synonyms.Fold(masked.ToString());
    }

    private static void AppendWords(StringBuilder masked, ReadOnlySpan<char> words)
    {
        foreach (var character in words)
        {
            if (char.IsLetterOrDigit(character))
            {
                masked.Append(character);
            }
        }
    }

    private static char? Placeholder(Entity entity) => entity switch
    {
        Entity.ProductNamed => Product,
        Entity.QuantityNamed => Quantity,
        Entity.DateNamed => Date,
        Entity.LicenseNamed => License,
        Entity.PhoneNamed => Phone,
        Entity.TicketNamed => Ticket,
        _ => null,
    };
}
