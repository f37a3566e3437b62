using System.Text.Json.Serialization;

namespace Infra.TrustManager.Memory;

/// <summary>Generated code for the document of a memory; indented, since a person may have to read it.</summary>
/// <remarks>Nulls are written: a certificate whose issuer is not known has a required member that is null.</remarks>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrustMemory))]
internal sealed partial class TrustMemoryJson : JsonSerializerContext;
