using System.Text;
using ServiceBot.Benchmarks.Setting;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>A request ready to be sent and what its answer must hold.</summary>
internal sealed record TurnRequest(byte[] Bytes, string OpenId, Question Question);

/// <summary>Makes requests beforehand, so that signing and encrypting them is not in what is measured.</summary>
internal sealed class TurnBatch(PreparedData data, Callback callback)
{
    private readonly Questions _questions = new();
    private long _next;

    /// <summary>So many requests, each new, of one retailer after the other.</summary>
    public TurnRequest[] Make(int count)
    {
        var requests = new TurnRequest[count];
        for (var index = 0; index < count; index++)
        {
            var number = _next++;
            var openId = data.Retailers[(int)(number % data.Retailers.Count)].Conversation.Sender;
            var question = _questions[number];
            requests[index] = new TurnRequest(callback.Request(openId, question.Text), openId, question);
        }

        return requests;
    }
}

/// <summary>Tells right answers from wrong ones, so that no error counts as speed.</summary>
internal abstract class AnswerCheck
{
    /// <summary>Checks an answer of either kind of server.</summary>
    /// <param name="number">The exchange's number in its slice.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="answer">What came back.</param>
    /// <exception cref="InvalidOperationException">It is not the right answer.</exception>
    public void Check(long number, TurnRequest request, HttpAnswer answer)
    {
        if (answer.Status != 200 || !IsRight(number, request, answer.Body.Span))
        {
            throw new InvalidOperationException(
                $"「{request.Question.Text}」 got {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
        }
    }

    protected abstract bool IsRight(long number, TurnRequest request, ReadOnlySpan<byte> body);

    /// <summary>The limit's answer: the fixed XML.</summary>
    internal sealed class Limit : AnswerCheck
    {
        protected override bool IsRight(long number, TurnRequest request, ReadOnlySpan<byte> body) =>
            body.SequenceEqual(LimitServer.Answer);
    }

    /// <summary>
    /// ServiceBot's: to this retailer, about what was asked. Of encrypted answers the envelope is checked in all, and
    /// one in sixteen is opened, since decrypting them all would slow the load down.
    /// </summary>
    internal sealed class Bot(Callback callback) : AnswerCheck
    {
        private const int OpenOneIn = 16;

        protected override bool IsRight(long number, TurnRequest request, ReadOnlySpan<byte> body)
        {
            if (!callback.IsSecure)
            {
                return Holds(Encoding.UTF8.GetString(body), request);
            }

            return body.StartsWith("<xml><Encrypt><![CDATA["u8) && body.IndexOf("<MsgSignature>"u8) > 0
                && (number % OpenOneIn != 0 || Holds(callback.Open(body), request));
        }

        private static bool Holds(string reply, TurnRequest request) =>
            reply.Contains(request.OpenId, StringComparison.Ordinal)
            && reply.Contains(request.Question.Expected, StringComparison.Ordinal);
    }
}
