namespace Infra.Amazon.Lambda.Tests.Serialization;

public sealed class Numbered
{
    public string? Name { get; set; }

    public int Number { get; set; }
}
