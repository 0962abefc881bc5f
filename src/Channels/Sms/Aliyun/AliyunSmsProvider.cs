using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Sends approved templates through Aliyun, and sorts what it answers.</summary>
internal sealed class AliyunSmsProvider(
    AliyunApiClient api,
    AliyunTemplates templates,
    IOptions<AliyunSmsOptions> options,
    SmsMetrics metrics,
    TimeProvider time,
    ILogger<AliyunSmsProvider> logger) : ISmsProvider
{
    private static readonly TimeSpan UncertainPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    // Longer than the pauses between tries.
    private static readonly TimeSpan LooksBack = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public bool TemplatesOnly => true;

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        if (templates.Fill(message.Notice) is not { } template)
        {
            logger.NoTemplate(message.OutboxId);
            return new DeliveryResult.GiveUp(0, "no_template");
        }

        // Aliyun has no key by which a repeat is dropped.
        if (message.MayHaveArrived && await FindAsync(message, cancellationToken) is { } found)
        {
            return found;
        }

        return Sort(message, await api.CallAsync("SendSms", ParametersOf(message, template), cancellationToken));
    }

    private Dictionary<string, string> ParametersOf(SmsMessage message, FilledTemplate template) => new()
    {
        ["PhoneNumbers"] = message.Phone,
        ["SignName"] = options.Value.SignName,
        ["TemplateCode"] = template.Code,
        ["TemplateParam"] = template.Values,
        ["OutId"] = message.OutboxId.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The result when the day's list shows an earlier try, or cannot be had; null when there was none.</summary>
    private async Task<DeliveryResult?> FindAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        foreach (var day in DaysToLookAt())
        {
            var outcome = await api.CallAsync("QuerySendDetails", QueryOf(message, day), cancellationToken);
            if (outcome is not AliyunApiOutcome.Done done)
            {
                return new DeliveryResult.Retry(0, UncertainPause, DeliveryCodes.Uncertain);
            }

            if (Holds(done.Answer, message.OutboxId))
            {
                return new DeliveryResult.Delivered(1);
            }
        }

        return null;
    }

    /// <summary>The query is by day in China: shortly after midnight the last try was the day before.</summary>
    private IEnumerable<string> DaysToLookAt()
    {
        var now = time.GetUtcNow().ToOffset(China);
        return new[] { now, now - LooksBack }.Select(at => at.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).Distinct();
    }

    private static Dictionary<string, string> QueryOf(SmsMessage message, string day) => new()
    {
        ["PhoneNumber"] = message.Phone,
        ["SendDate"] = day,
        ["PageSize"] = "50",
        ["CurrentPage"] = "1",
    };

    private static bool Holds(JsonElement answer, long outboxId)
    {
        var id = outboxId.ToString(CultureInfo.InvariantCulture);
        return answer.TryGetProperty("SmsSendDetailDTOs", out var details)
            && details.TryGetProperty("SmsSendDetailDTO", out var entries) && entries.ValueKind == JsonValueKind.Array
            && entries.EnumerateArray().Any(entry => entry.TryGetProperty("OutId", out var outId) && outId.ToString() == id);
    }

    private DeliveryResult Sort(SmsMessage message, AliyunApiOutcome outcome)
    {
        switch (outcome)
        {
            case AliyunApiOutcome.Done done:
                metrics.Sent(SmsSegments.Count($"【{options.Value.SignName}】{message.Text}"));
                return new DeliveryResult.Delivered(1, done.Answer.TryGetProperty("BizId", out var id) ? id.ToString() : null);
            case AliyunApiOutcome.Refused refused:
                return Sort(message, refused.Code);
            case AliyunApiOutcome.Unreachable unreachable:
                logger.Unreachable(unreachable.Detail);
                return new DeliveryResult.Retry(0, UnreachablePause, "unreachable");
            default:
                logger.Uncertain(message.OutboxId, ((AliyunApiOutcome.Uncertain)outcome).Detail);
                return new DeliveryResult.Retry(0, UncertainPause, DeliveryCodes.Uncertain);
        }
    }

    private DeliveryResult Sort(SmsMessage message, string code)
    {
        if (AliyunErrors.IsConfigurationFault(code))
        {
            logger.ConfigurationFault(code);
        }
        else
        {
            logger.ApiRefused(message.OutboxId, code);
        }

        return AliyunErrors.PauseAfter(code) is { } pause
            ? new DeliveryResult.Retry(0, pause, code)
            : new DeliveryResult.GiveUp(0, code);
    }
}
