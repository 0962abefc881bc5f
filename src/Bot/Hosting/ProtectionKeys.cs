using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using ServiceBot.Bot.Store;

namespace ServiceBot.Bot.Hosting;

/// <summary>
/// The keys that protect cookies and forms, in the conversation store: what one machine gave out, every other takes, and
/// a restart signs nobody out. Called a few times in a process's life, at its start above all; the interface knows no tasks.
/// </summary>
internal sealed class ProtectionKeys(BotDatabase database) : IXmlRepository
{
    private const string ApplicationName = "ServiceBot";

    /// <summary>Protects cookies and forms with keys that all processes share.</summary>
    public static IServiceCollection AddTo(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>()
            .Configure<BotDatabase>((keys, database) => keys.XmlRepository = new ProtectionKeys(database));
        return services;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.CreateContext();
        return [.. context.ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.CreateContext();
        context.ProtectionKeys.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}
