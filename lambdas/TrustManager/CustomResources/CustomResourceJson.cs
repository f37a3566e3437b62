using System.Text.Json.Serialization;

namespace Infra.TrustManager.CustomResources;

/// <summary>Generated code that reads the events of CloudFormation.</summary>
[JsonSerializable(typeof(CustomResourceEvent))]
internal sealed partial class CustomResourceJson : JsonSerializerContext;
