using System.Text.Json;
using System.Text.Json.Serialization;
using Infra.TrustManager.Settings;

namespace Infra.Trust.Questions;

/// <summary>An operator request, as the function reads it; what is null is not sent.</summary>
/// <remarks>Values are checked by the function, which says what is allowed: one rule, at one place.</remarks>
/// <param name="Name">What to do: one of <see cref="OperatorRequests"/>.</param>
internal sealed partial record Request([property: JsonIgnore] string Name)
{
    public string? Reason { get; init; }

    public string? Until { get; init; }

    public string? Time { get; init; }

    public string? Thumbprint { get; init; }

    public string? Purpose { get; init; }

    public string ToJson(Subject subject)
    {
        var members = JsonSerializer.SerializeToNode(this, Wire.Default.Request)!.AsObject();
        members.Insert(0, "request", Name);
        members.Insert(1, subject.Requests.SubjectMember, subject.Id);
        return members.ToJsonString();
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Request))]
    private sealed partial class Wire : JsonSerializerContext;
}
