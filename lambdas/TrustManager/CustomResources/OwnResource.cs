using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.CustomResources;

/// <summary>The one resource whose events a function acts on.</summary>
/// <remarks>
/// Whoever may invoke the function can write an event; with these two values the template itself says which resource
/// the function is for. They do not make an event genuine: IAM does, by letting nobody but CloudFormation's role invoke
/// the function.
/// </remarks>
/// <param name="Function">Its name in <see cref="TrustManagerVariables"/>.</param>
/// <param name="StackId">Null where the environment lacks it: then no event is acted on.</param>
/// <param name="LogicalId">As <paramref name="StackId"/>.</param>
public sealed record OwnResource(string Function, string? StackId, string? LogicalId)
{
    public static OwnResource Of(string function, Func<string, string?> variable) => new(
        function,
        variable(TrustManagerVariables.ResourceStackId),
        variable(TrustManagerVariables.ResourceLogicalId));

    /// <summary>Why nothing is done about an event; null for one about this resource.</summary>
    public string? RefusalOf(AnswerAddress address) =>
        string.IsNullOrEmpty(StackId) || string.IsNullOrEmpty(LogicalId)
            ? $"The environment of function {Function} lacks {TrustManagerVariables.ResourceStackId} or "
                + $"{TrustManagerVariables.ResourceLogicalId}, so it acts on no event. Nothing was changed; deploy its "
                + "stack with this release."
            : address.StackId != StackId || address.LogicalResourceId != LogicalId
                ? $"The event is about resource {address.LogicalResourceId} of stack {address.StackId}; this function "
                    + $"acts only on resource {LogicalId} of stack {StackId}. Nothing was changed; give a resource of "
                    + "another stack a function of its own."
                : null;

    /// <summary>Where an operator finds what this function does not do.</summary>
    internal RequestTarget Target => new(
        Function,
        Function == TrustManagerVariables.DirectoryTrust
            ? OperatorRequests.OfDirectory
            : OperatorRequests.OfAuthority);
}
