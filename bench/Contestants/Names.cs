namespace Infra.Bench.Contestants;

/// <summary>The contestants as the report calls them.</summary>
internal static class Names
{
    public const string Ours = "CrlResponder";

    public const string Python = "Python, boto3";

    public const string Node = "Node.js, AWS SDK";

    public const string JustInTime = "ours, just-in-time";

    public const string PlainReadyToRun = "ours, plain ReadyToRun";

    public const string BareDotnet = "bare .NET";

    public const string Nginx = "nginx";
}
