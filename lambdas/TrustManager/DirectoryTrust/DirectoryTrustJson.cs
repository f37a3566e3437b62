using System.Text.Json.Serialization;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Generated code for properties, whose names are those of the template, and for plan requests.</summary>
[JsonSerializable(typeof(DirectoryTrustProperties))]
[JsonSerializable(typeof(PurposeProperties))]
internal sealed partial class DirectoryTrustJson : JsonSerializerContext;
