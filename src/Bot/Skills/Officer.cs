using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>How a member of staff stands in an answer.</summary>
internal static class Officer
{
    /// <summary>客户经理 李伟, to be rung.</summary>
    public static ReplyPart.Call Call(StaffMember officer) => new(Title(officer), officer.Phone);

    /// <summary>客户经理 李伟, to be rung where the table has a number.</summary>
    public static ReplyPart Part(StaffMember officer) =>
        officer.Phone.Length > 0 ? Call(officer) : new ReplyPart.Text(Title(officer));

    private static string Title(StaffMember officer) => $"{officer.Role.Name()} {officer.Name}";
}
