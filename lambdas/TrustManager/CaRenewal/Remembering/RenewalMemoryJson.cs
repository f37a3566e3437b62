using System.Text.Json.Serialization;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>Generated code for the document of a memory; indented, since a person may have to read it.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RenewalMemory))]
internal sealed partial class RenewalMemoryJson : JsonSerializerContext;
