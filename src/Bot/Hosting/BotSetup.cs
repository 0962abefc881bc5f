using Microsoft.Extensions.Options;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Dialog.Policies;
using ServiceBot.Bot.Handoff;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Hosting;

/// <summary>Registers the engine: inbox → turn → policies → outbox.</summary>
internal static class BotSetup
{
    /// <summary>Everything that turns a message into an answer; runs with and without the web server.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, string configFolder)
    {
        services.AddSingleton(PhraseFile.Load(configFolder));
        services.AddSingleton(provider => provider.GetRequiredService<PhraseBook>().CallPrompts());
        services.AddOptions<HandoffOptions>().Bind(configuration.GetSection("Handoff")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HandoffOptions>, HandoffOptionsValidator>()
            .AddSingleton<IValidateOptions<HandoffOptions>, WorkingHoursRules>();
        services.AddSingleton<ISharedTokens, SharedTokens>();
        return services.AddStores().AddDialog().AddSkills();
    }

    /// <summary>The workers that answer and send; a command that only reads does without.</summary>
    public static IServiceCollection AddBotWorkers(this IServiceCollection services) => services
        .AddHostedService<InboxRecovery>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService<Housekeeping>()
        .AddHostedService<ConversationWatch>();

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<BotDatabase>()
        .AddSingleton<GroupCommit>()
        .AddSingleton<ReadSessions>()
        .AddSingleton<InboxStore>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<IDeliveryReports, DeliveryReports>()
        .AddSingleton<TurnStore>()
        .AddSingleton<ConversationStore>()
        .AddSingleton<ConversationBells>()
        .AddSingleton<ITurnListener>(provider => provider.GetRequiredService<ConversationBells>())
        .AddSingleton<IConversationHistory, ConversationHistory>()
        .AddSingleton<RetailerThread>()
        .AddSingleton<IAttachments, Attachments>()
        .AddSingleton<TicketStore>()
        .AddSingleton<ComplaintRouting>()
        .AddSingleton<Guesses>()
        .AddSingleton<ReplyBoard>()
        .AddSingleton<ConversationDispatcher>()
        .AddSingleton<IInbox, Inbox.Inbox>();

    private static IServiceCollection AddDialog(this IServiceCollection services) => services
        .AddSingleton<TurnRunner>()
        .AddSingleton<TurnDecider>()
        .AddSingleton<IdentityStep>()
        .AddSingleton<ReplyFitter>()
        .AddSingleton<IPolicy, PublicPolicy>()
        .AddSingleton<IPolicy, EnclosurePolicy>()
        .AddSingleton<IPolicy, ContactPolicy>()
        .AddSingleton<IPolicy, CommandPolicy>()
        .AddSingleton<IPolicy, ChoicePolicy>()
        .AddSingleton<IPolicy, FormPolicy>()
        .AddSingleton<IPolicy, FollowUpPolicy>()
        .AddSingleton<IPolicy, IntentPolicy>()
        .AddSingleton<IPolicy, FallbackPolicy>();

    private static IServiceCollection AddSkills(this IServiceCollection services)
    {
        services.AddSingleton<SkillRouter>().AddSingleton<ProductChoices>().AddSingleton<PhoneHandoff>().AddSingleton<BindingCodes>();
        services.AddSkill<SupplyQuotaSkill>().AddSkill<PriceSkill>().AddSkill<ArrivalSkill>().AddSkill<NewBrandsSkill>();
        services.AddSkill<SettlementSkill>().AddSkill<OrderDaySkill>().AddSkill<DeliverySkill>().AddSkill<ManagerContactSkill>();
        services.AddSkill<HotlineSkill>().AddSkill<PolicySkill>().AddSkill<FaqSkill>();
        services.AddSkill<BindSkill>().AddSkill<ComplaintSkill>().AddSkill<HumanHandoffSkill>();
        foreach (var intent in SmallTalkSkill.Intents)
        {
            services.AddSingleton<ISkill>(provider => SmallTalkSkill.For(intent, provider.GetRequiredService<Phrases.PhraseBook>()));
        }

        return services;
    }

    private static IServiceCollection AddSkill<TSkill>(this IServiceCollection services)
        where TSkill : class, ISkill =>
        services.AddSingleton<TSkill>().AddSingleton<ISkill>(provider => provider.GetRequiredService<TSkill>());
}
