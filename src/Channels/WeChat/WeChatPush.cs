namespace ServiceBot.Channels.WeChat;

/// <summary>The data format of the account's console: our answer must be in the same.</summary>
internal enum WeChatFormat
{
    Xml,
    Json,
}

/// <summary>
/// One push as it stood on the wire: values by field name, nested ones by path (<c>ScanCodeInfo/ScanResult</c>).
/// Permissive on purpose: WeChat adds fields without notice, and writes <c>MsgID</c> and <c>MsgId</c> alike.
/// </summary>
internal sealed record WeChatPush(WeChatFormat Format, IReadOnlyDictionary<string, string> Fields)
{
    // Paths are built before a signature is checked: long names over many children would fill the memory.
    private const int LongestName = 64;

    /// <summary>A field's value, or null when it is absent. Names are read without regard to case.</summary>
    public string? this[string path] => Fields.GetValueOrDefault(path);

    /// <summary>A field that must be there and not empty.</summary>
    /// <exception cref="WeChatFormatException">It is not.</exception>
    public string Require(string path) =>
        this[path] is { Length: > 0 } value ? value : throw new WeChatFormatException($"The field {path} is missing.");

    /// <summary>A field's value, null when it is absent or empty.</summary>
    public string? Optional(string path) => this[path] is { Length: > 0 } value ? value : null;

    /// <summary>Bounds a field's name on its way into a path.</summary>
    /// <exception cref="WeChatFormatException">It is longer than any of WeChat's.</exception>
    public static string CheckName(string name) =>
        name.Length <= LongestName ? name : throw new WeChatFormatException("A field's name is too long.");

    /// <summary>Reads XML, or JSON when the first character is a brace.</summary>
    /// <exception cref="WeChatFormatException">The text is neither.</exception>
    public static WeChatPush Read(string body) =>
        body.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..] ? WeChatJsonReader.Read(body) : WeChatXmlReader.Read(body);
}

/// <summary>A push that is not of WeChat's form.</summary>
internal sealed class WeChatFormatException(string message, Exception? inner = null) : Exception(message, inner);
