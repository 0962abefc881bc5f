using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>What a message says: the intent, how sure, and the things it names.</summary>
/// <param name="Text">The normalised text.</param>
/// <param name="Intent">The likeliest intent; <see cref="Intent.OutOfScope"/> is a real outcome.</param>
/// <param name="Confidence">Calibrated, 0 to 1.</param>
/// <param name="Ranked">The likeliest intents with their confidences, best first, at least one.</param>
/// <param name="Entities">The things named, in order of appearance.</param>
public sealed record Understood(
    string Text,
    Intent Intent,
    double Confidence,
    IReadOnlyList<IntentScore> Ranked,
    IReadOnlyList<Entity> Entities);

/// <summary>An intent and its calibrated confidence, 0 to 1.</summary>
public sealed record IntentScore(Intent Intent, double Confidence);

/// <summary>Something that a message names. <paramref name="Text"/> is the words as they stand in the normalised text.</summary>
public abstract record Entity(string Text)
{
    /// <summary>The contract's type name, such as <c>product</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The resolved value as text: a product's name, a date, a number.</summary>
    public abstract string Value { get; }

    /// <summary>A product, or several that the words may mean.</summary>
    public sealed record ProductNamed(ProductMention Mention) : Entity(Mention.Text)
    {
        public override string Type => "product";

        public override string Value => string.Join('|', Mention.Candidates.Select(candidate => candidate.Product.Name));
    }

    /// <summary>A day or a span of days, such as 明天, 下周一, 这个月.</summary>
    public sealed record DateNamed(string Text, DateOnly From, DateOnly To) : Entity(Text)
    {
        public override string Type => "date";

        public override string Value => From == To ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}/{To:yyyy-MM-dd}";
    }

    /// <summary>An amount of something: 3条, 十条, 两包.</summary>
    public sealed record QuantityNamed(string Text, decimal Amount, string Unit) : Entity(Text)
    {
        public override string Type => "quantity";

        public override string Value => $"{Amount:0.##}{Unit}";
    }

    /// <summary>A licence number, 12 digits.</summary>
    public sealed record LicenseNamed(string Text, LicenseNumber License) : Entity(Text)
    {
        public override string Type => "license";

        public override string Value => License.Value;
    }

    /// <summary>A mobile phone number, 11 digits.</summary>
    public sealed record PhoneNamed(string Text, string Phone) : Entity(Text)
    {
        public override string Type => "phone";

        public override string Value => Phone;
    }

    /// <summary>A ticket number (工单号) as the bot gives it, such as 1124-0057.</summary>
    public sealed record TicketNamed(string Text) : Entity(Text)
    {
        public override string Type => "ticket";

        public override string Value => Text;
    }

    /// <summary>A bare number: a choice, or a code of six digits.</summary>
    public sealed record NumberNamed(string Text, string Digits) : Entity(Text)
    {
        public override string Type => "number";

        public override string Value => Digits;
    }
}
