namespace Infra.Amazon.Lambda.Tests.Serialization;

public sealed class Dated
{
    public DateTime Time { get; set; }
}
