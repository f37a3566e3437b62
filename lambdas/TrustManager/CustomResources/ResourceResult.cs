namespace Infra.TrustManager.CustomResources;

/// <summary>A request that was fulfilled.</summary>
/// <param name="PhysicalResourceId">Another one than before means: this replaces it, and the old one is to be
/// deleted.</param>
/// <param name="Data">Values for <c>Fn::GetAtt</c>.</param>
/// <param name="Says">What a person should know although it succeeded; null when there is nothing.</param>
public sealed record ResourceResult(
    string PhysicalResourceId, IReadOnlyDictionary<string, string> Data, string? Says = null)
{
    public ResourceResult(string physicalResourceId, string? says = null)
        : this(physicalResourceId, new Dictionary<string, string>(), says)
    {
    }
}
