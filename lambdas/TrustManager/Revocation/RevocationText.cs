using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.TrustManager.Revocation;

/// <summary>Revocation settings as the audit trail shows them: what is not set is not shown.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RevocationSettings))]
internal sealed partial class RevocationText : JsonSerializerContext
{
    public static string Of(RevocationSettings settings) =>
        JsonSerializer.Serialize(settings, Default.RevocationSettings);
}
