using System.Text.Json.Serialization;
using Amazon.Lambda.Model;

namespace Amazon.Lambda;

/// <summary>The one JSON document that is read here: a member's name is its JSON name.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ListFunctionsResponse))]
internal sealed partial class LambdaJson : JsonSerializerContext;
