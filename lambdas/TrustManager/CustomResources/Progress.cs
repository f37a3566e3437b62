namespace Infra.TrustManager.CustomResources;

/// <summary>Where the work on a request stands, for whoever has to answer before it is done.</summary>
public sealed class Progress
{
    private volatile string _doing = "starting";

    /// <summary>Present participle and object: <c>waiting for the first CRL</c>.</summary>
    public string Doing
    {
        get => _doing;
        set => _doing = value;
    }
}
