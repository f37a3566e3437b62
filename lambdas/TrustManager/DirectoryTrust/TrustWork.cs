using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>One run on a directory, whoever asked for it: CloudFormation, a schedule or a person.</summary>
/// <param name="RequestId">Id of CloudFormation's request, or of the invocation; Lambda repeats with the same.</param>
/// <param name="Owner">
/// The resource whose request this is; null for a run that is no deployment, and takes the memory's owner as it is.
/// </param>
/// <param name="FinishBy">When the work is cancelled.</param>
public sealed record TrustWork(
    string RequestId, TrustOwner? Owner, Progress Progress, RequestLog Log, DateTimeOffset FinishBy)
{
    /// <inheritdoc cref="HistoryEntry.By"/>
    public string? By { get; init; }

    public static TrustWork Of(ResourceWork work) => new(
        work.Request.Address.RequestId,
        new TrustOwner(work.Request.Address.StackId, work.Request.Address.LogicalResourceId),
        work.Progress,
        work.Log,
        work.FinishBy);
}
