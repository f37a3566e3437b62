using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Whether a run that is no deployment may work on a directory, judged by what is remembered of it.</summary>
public abstract record Standing
{
    /// <summary>
    /// How long after a deployment's invocation ended without an answer its directory is left to it. Lambda repeats
    /// the event after one minute and after two; CloudFormation gives up on a custom resource after one hour
    /// (ServiceTimeout, 3600 seconds), so that nobody comes back later.
    /// </summary>
    public static readonly TimeSpan ForRepetition = TimeSpan.FromHours(1);

    private Standing()
    {
    }

    /// <summary>Whether the state holds the properties of the template; null where it holds none.</summary>
    public bool? StateMatches => this switch
    {
        NotDeployed => null,
        Mismatch => false,
        _ => true,
    };

    /// <summary>Why nothing may be done to the directory now, in whole sentences.</summary>
    /// <exception cref="InvalidOperationException">It is <see cref="Ready"/>.</exception>
    public string Obstacle => this switch
    {
        NotDeployed { Text: var text } => text,
        Busy { Text: var text } => text,
        Mismatch { Text: var text } => text,
        _ => throw new InvalidOperationException($"{GetType().Name} stops nothing."),
    };

    /// <summary>What the last deployment that was fulfilled asked for; a failed one counts for nothing.</summary>
    public sealed record Ready(SettledTrust Settled, DirectoryTrustProperties Properties) : Standing;

    /// <summary>Nothing is known that a run could keep.</summary>
    public sealed record NotDeployed(string Text) : Standing;

    /// <summary>Somebody else is at work, or is about to go on.</summary>
    public sealed record Busy(string Text) : Standing;

    /// <summary>
    /// The state holds other properties than the template of the running function: a deployment has updated the
    /// function and not yet the resource, or the state was edited.
    /// </summary>
    public sealed record Mismatch(string Text) : Standing;

    /// <summary>What there is to keep: <see cref="Ready"/> or <see cref="NotDeployed"/>.</summary>
    public static Standing Of(string directoryId, TrustMemory? memory) =>
        memory?.Settled is { Properties: { } properties } settled
            ? new Ready(settled, properties)
            : new NotDeployed(
                $"{Why(directoryId, memory)} Deploy its stack once with this release: scheduled runs begin after it.");

    /// <summary>The same, for a run that is to work on the directory now.</summary>
    /// <param name="deployed">What the state must hold, before anything else that it says counts.</param>
    /// <param name="requestId">Of the run; its own lease, from an invocation that died, does not stop it.</param>
    /// <param name="now">By the function's clock, as leases are.</param>
    public static Standing Of(
        string directoryId, TrustMemory? memory, DeployedProperties deployed, string requestId, DateTimeOffset now)
    {
        var standing = Of(directoryId, memory);
        if (standing is Ready { Properties: var properties } && !deployed.Are(properties))
        {
            return new Mismatch(
                $"The state of directory {directoryId} does not hold the properties of its last deployment. While a "
                + "deployment runs this is normal and ends with it. Otherwise the state was edited or the deployment "
                + "was interrupted: docs/runbook.md#statemismatch says how to find out and how to restore the state. "
                + "Nothing was changed.");
        }

        if (standing is not Ready || memory!.Lease is not { } lease || lease.Holder == requestId)
        {
            return standing;
        }

        var isDeployment = lease.Holder == memory.Attempt?.RequestId;
        var until = isDeployment ? lease.Until + ForRepetition : lease.Until;
        return now >= until
            ? standing
            : new Busy(
                $"{(isDeployment ? "Deployment" : "Run")} {lease.Holder} works on directory {directoryId}, until "
                + $"{until:u} at the latest. Nothing was changed; the next run looks again.");
    }

    private static string Why(string directoryId, TrustMemory? memory) => memory switch
    {
        null => $"Nothing is remembered of directory {directoryId}, so nothing there is known to be ours.",
        { Settled: null } => $"No deployment of directory {directoryId} has succeeded yet.",
        _ => $"The last deployment of directory {directoryId} was by an earlier release, which kept no sources.",
    };
}
