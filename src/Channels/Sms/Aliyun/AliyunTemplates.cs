using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>A template filled in.</summary>
/// <param name="Code">The provider's code.</param>
/// <param name="Values">Its variables as a JSON object.</param>
internal sealed record FilledTemplate(string Code, string Values);

/// <summary>Chooses and fills the approved template for a message: free words do not go out in the mainland.</summary>
internal sealed class AliyunTemplates(IOptions<AliyunSmsOptions> options)
{
    /// <summary>Most characters of a variable that the provider takes.</summary>
    public const int LongestValue = 35;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AliyunSmsOptions _options = options.Value;

    /// <summary>
    /// The notice's own template, or the one that tells where the answer is; null when neither is set. A value that is too
    /// long is never cut: half a figure is a wrong figure.
    /// </summary>
    public FilledTemplate? Fill(Notice? notice)
    {
        if (notice is not null && _options.Templates.TryGetValue(notice.Name, out var own) && Values(own, notice) is { } values)
        {
            return new FilledTemplate(own.Code, JsonSerializer.Serialize(values, Plain));
        }

        return _options.Templates.TryGetValue(AliyunSmsOptions.AnswerTemplate, out var answer)
            ? new FilledTemplate(answer.Code, "{}")
            : null;
    }

    private static Dictionary<string, string>? Values(AliyunTemplate template, Notice notice)
    {
        var values = template.Variables.Count == 0
            ? notice.Values.ToDictionary()
            : template.Variables
                .Where(variable => notice.Values.ContainsKey(variable.Key))
                .ToDictionary(variable => variable.Value, variable => notice.Values[variable.Key]);
        return values.Values.All(value => value.Length <= LongestValue) ? values : null;
    }
}
