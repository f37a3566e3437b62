namespace Infra.TrustManager.Settings;

/// <summary>A request that an operator may make.</summary>
/// <param name="Name">Value of the member <c>request</c>.</param>
/// <param name="Function">The only function that fulfils it: a name in <see cref="TrustManagerVariables"/>.</param>
/// <param name="Members">Members that it takes besides <c>request</c> and the id of what it is about.</param>
public sealed record OperatorRequest(string Name, string Function, params IReadOnlyList<string> Members)
{
    /// <summary>Whether it changes something: then it may carry a proof of who asks, which the history keeps.</summary>
    public bool IsWrite => Function is TrustManagerVariables.DirectoryReconcile or TrustManagerVariables.CaRenewal;
}
