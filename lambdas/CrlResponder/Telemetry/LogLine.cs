using System.Text.Json;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Telemetry;

/// <summary>One JSON object per request, written by the function itself: GovCloud has no JSON log format.</summary>
internal static class LogLine
{
    /// <summary>Longest text that a client chooses, in characters; enough for any key of Private CA, too little to flood a log.</summary>
    private const int MaxClientText = 256;

    /// <summary>Longest sentence or stack trace, in characters; a log event holds 256 KB.</summary>
    private const int MaxDetail = 8192;

    public static void Write(Utf8JsonWriter writer, Observation observation, RequestRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", record.At.UtcDateTime);
        writer.WriteString("level", observation.Level);
        writer.WriteString("outcome", observation.Outcome);
        writer.WriteString("requestId", record.RequestId);
        if (record.Request is { } request)
        {
            writer.WriteString("method", Bounded(request.Method, MaxClientText));
            writer.WriteString("path", Bounded(request.Path, MaxClientText));
            writer.WriteString("client", Bounded(request.ClientAddress ?? "", MaxClientText));
        }

        writer.WriteNumber("status", observation.StatusCode);
        writer.WriteNumber("answerBytes", record.AnswerBytes);
        writer.WriteNumber("durationMs", Math.Round(record.Duration.TotalMilliseconds, 3));
        WriteDocument(writer, observation);
        if (observation.Warnings.Count > 0)
        {
            writer.WriteStartArray("warnings");
            foreach (var warning in observation.Warnings)
            {
                writer.WriteStringValue(warning);
            }

            writer.WriteEndArray();
        }

        if (observation.Detail is { } detail)
        {
            writer.WriteString("detail", Bounded(detail, MaxDetail));
        }

        writer.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter writer, Observation observation)
    {
        if (observation.Document is not { } document)
        {
            return;
        }

        writer.WriteString("source", observation.Source.ToString());
        writer.WriteString("etag", document.ETag);
        writer.WriteNumber("bytes", document.LengthBytes);
        var isCrl = document.Facts.Kind == DocumentKind.Crl;
        if (document.Facts.CrlNumber is { } number)
        {
            writer.WriteString("crlNumber", number.ToString());
        }

        writer.WriteString(isCrl ? "thisUpdate" : "notBefore", document.Facts.ValidFrom.UtcDateTime);
        writer.WriteString(isCrl ? "nextUpdate" : "notAfter", document.Facts.ValidUntil.UtcDateTime);
    }

    private static string Bounded(string text, int limit) => text.Length <= limit ? text : text[..limit] + "...";
}
