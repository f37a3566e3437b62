namespace Infra.Amazon.Lambda.Tests.Serialization;

public sealed class Attachment
{
    public MemoryStream? Data { get; set; }
}
