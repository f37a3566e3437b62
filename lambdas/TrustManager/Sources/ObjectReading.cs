using Infra.TrustManager.Admission;

namespace Infra.TrustManager.Sources;

/// <summary>What an object of a bucket gave: a text that should hold CA certificates, or why there is none.</summary>
/// <param name="Problem">As the end of a sentence whose subject is the object; null with a text.</param>
public sealed record ObjectReading(ObjectOrigin Origin, string? Pem, string? Problem)
{
    public static ObjectReading Of(ObjectOrigin origin, string pem) => new(origin, pem, null);

    public static ObjectReading Failed(ObjectOrigin origin, string problem) => new(origin, null, problem);
}
