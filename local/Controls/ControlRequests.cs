using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Infra.Local.Faults;

namespace Infra.Local.Controls;

/// <summary>What can be asked of the local AWS itself, read from JSON.</summary>
public static class ControlRequests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>How far to move the clock: <c>{"advance":"P4D"}</c>, an ISO 8601 duration.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static TimeSpan Advance(string json)
    {
        var text = Read<ClockRequest>(json).Advance;
        try
        {
            var by = XmlConvert.ToTimeSpan(text);
            return by > TimeSpan.Zero ? by : throw new FormatException($"advance is '{text}'; the clock only moves forward.");
        }
        catch (Exception e) when (e is FormatException or OverflowException && e.InnerException is null)
        {
            throw new FormatException($"advance must be a positive ISO 8601 duration such as PT31M or P4D: {e.Message}", e);
        }
    }

    /// <summary>A fault: <c>{"service":"s3","operation":"GetObject","kind":"Throttle","times":2,"after":1,"delayMilliseconds":0}</c>; kind <c>Error</c> with <c>"errorCode"</c>.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Fault Fault(string json)
    {
        var request = Read<FaultRequest>(json);
        if (request.Kind == FaultKind.Error == string.IsNullOrEmpty(request.ErrorCode))
        {
            throw new FormatException(
                $"kind is {request.Kind} and errorCode is '{request.ErrorCode}'; kind Error needs an errorCode such as ConcurrentModificationException, any other has none.");
        }

        return new Fault(request.Service, request.Operation, request.Kind)
        {
            Times = request.Times,
            After = request.After,
            Delay = TimeSpan.FromMilliseconds(request.DelayMilliseconds),
            ErrorCode = request.ErrorCode,
        };
    }

    private static T Read<T>(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException("The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private sealed record ClockRequest
    {
        public required string Advance { get; init; }
    }

    private sealed record FaultRequest
    {
        public required string Service { get; init; }

        public required string Operation { get; init; }

        public required FaultKind Kind { get; init; }

        public int Times { get; init; } = int.MaxValue;

        public int After { get; init; }

        public int DelayMilliseconds { get; init; }

        public string? ErrorCode { get; init; }
    }
}
