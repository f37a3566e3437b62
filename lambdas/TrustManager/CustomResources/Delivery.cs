namespace Infra.TrustManager.CustomResources;

/// <summary>What became of an answer.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    public sealed record Delivered : Delivery;

    /// <summary>
    /// The address does not take answers any more: CloudFormation gave up, and repeating the request helps nobody.
    /// </summary>
    public sealed record Refused(int StatusCode) : Delivery;

    /// <summary>No attempt came through; a repeated request would have its answer heard.</summary>
    public sealed record Lost(string LastProblem) : Delivery;
}
