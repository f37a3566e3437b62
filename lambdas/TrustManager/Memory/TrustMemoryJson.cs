using System.Text.Json.Serialization;

namespace Infra.TrustManager.Memory;

/// <summary>Generated code for the document of a memory; indented, since a person may have to read it.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrustMemory))]
internal sealed partial class TrustMemoryJson : JsonSerializerContext;
