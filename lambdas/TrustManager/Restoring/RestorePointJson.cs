using System.Text.Json.Serialization;

namespace Infra.TrustManager.Restoring;

/// <summary>Generated code for the restore point's document; indented, since a person may have to read it.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RestorePoint))]
internal sealed partial class RestorePointJson : JsonSerializerContext;
