using System.Text.Json;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Reads what a person asks, and says everything that is wrong with it.</summary>
internal sealed class RequestReader(JsonElement root, DateTimeOffset now)
{
    /// <summary>Longest reason of a hold, in characters: a sentence, which the history and messages repeat.</summary>
    private const int MaxReason = 200;

    /// <summary>Longest text that an error repeats, in characters.</summary>
    private const int MaxShown = 40;

    private static readonly Dictionary<string, string[]> Members = new(StringComparer.Ordinal)
    {
        ["plan"] = ["properties", "time"],
        ["apply"] = ["time"],
        ["hold"] = ["reason", "until", "time"],
        ["release"] = ["time"],
        ["history"] = [],
    };

    private readonly List<string> _problems = [];

    public DirectoryTrustEvent Read(JsonElement request)
    {
        var name = request.ValueKind == JsonValueKind.String ? request.GetString()! : request.GetRawText();
        if (!Members.TryGetValue(name, out var allowed))
        {
            return new DirectoryTrustEvent.Wrong(
                $"request is '{Shown(name)}'; it must be one of {string.Join(", ", Members.Keys)}. Nothing was "
                + "changed.");
        }

        foreach (var member in root.EnumerateObject().Select(member => member.Name).Except(["request", .. allowed]))
        {
            _problems.Add($"a {name} has no member '{Shown(member)}', allowed are {List(allowed)}");
        }

        var read = Read(name, Time("time") ?? now);
        return _problems.Count == 0
            ? read
            : new DirectoryTrustEvent.Wrong(
                $"The request cannot be read: {string.Join("; ", _problems)}. Nothing was changed.");
    }

    private DirectoryTrustEvent Read(string name, DateTimeOffset at) => name switch
    {
        "plan" => new DirectoryTrustEvent.Plan(Properties(), at),
        "apply" => new DirectoryTrustEvent.Apply(at),
        "hold" => new DirectoryTrustEvent.Hold(Reason(), Until(at), at),
        "release" => new DirectoryTrustEvent.Release(at),
        _ => new DirectoryTrustEvent.History(),
    };

    private ResourceProperties? Properties()
    {
        if (!root.TryGetProperty("properties", out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            _problems.Add("properties must be an object, with the properties of Custom::DirectoryTrust");
        }

        return ResourceProperties.From(given);
    }

    private string Reason()
    {
        var reason = Text("reason")?.Trim() ?? "";
        if (reason.Length is 0 or > MaxReason)
        {
            _problems.Add(
                $"reason has {reason.Length} characters; it must have 1 to {MaxReason}, for whoever finds the "
                + "directory held");
        }

        return reason;
    }

    private DateTimeOffset? Until(DateTimeOffset at)
    {
        var until = Time("until");
        if (until <= at)
        {
            _problems.Add($"until is {until:u}, which is not after {at:u}");
        }

        return until;
    }

    private DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var moment = Moment.Find(text);
        if (moment is null)
        {
            _problems.Add($"{name} is '{Shown(text)}'; it must be {Moment.Allowed}");
        }

        return moment;
    }

    private string? Text(string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static string List(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);

    private static string Shown(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "...";
}
