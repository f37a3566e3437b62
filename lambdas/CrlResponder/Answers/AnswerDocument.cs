using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.CrlResponder.Answers;

/// <summary>Writes an answer as the JSON document that a load balancer reads, around a body that is never copied.</summary>
/// <remarks>
/// No member is ever null, all header values are strings and there is always one header object: anything else makes the load
/// balancer answer 502 (aws-lambda-dotnet issue 507, powertools-lambda-python issue 4671, aws-lambda-go pull request 207).
/// </remarks>
public static class AnswerDocument
{
    // The load balancer is no browser: a quoted entity tag need not become \u0022.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as a stream whose length is known; memory taken does not depend on the body.</summary>
    public static Stream Render(Answer answer, bool multiValueHeaders)
    {
        var (head, tail) = Envelope(answer, multiValueHeaders);
        return answer.Base64Body.IsEmpty ? new SegmentStream(head) : new SegmentStream(head, answer.Base64Body, tail);
    }

    /// <summary>Bytes around the body of an answer that has one, in whichever header mode needs more.</summary>
    public static int EnvelopeBytes(Answer answer)
    {
        var (head, tail) = Envelope(answer with { Base64Body = "="u8.ToArray() }, multiValueHeaders: true);
        return head.Length + tail.Length;
    }

    private static (ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail) Envelope(Answer answer, bool multiValueHeaders)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", answer.StatusCode);
        writer.WriteString("statusDescription", StatusDescriptions.Of(answer.StatusCode));
        writer.WriteBoolean("isBase64Encoded", !answer.Base64Body.IsEmpty);
        WriteHeaders(writer, answer, multiValueHeaders);

        if (answer.Base64Body.IsEmpty)
        {
            writer.WriteString("body", answer.Text);
            writer.WriteEndObject();
            writer.Flush();
            return (buffer.WrittenMemory, default);
        }

        writer.Flush();
        buffer.Write(",\"body\":\""u8);
        return (buffer.WrittenMemory, EndOfBody);
    }

    private static readonly ReadOnlyMemory<byte> EndOfBody = "\"}"u8.ToArray();

    private static void WriteHeaders(Utf8JsonWriter writer, Answer answer, bool multiValueHeaders)
    {
        writer.WriteStartObject(multiValueHeaders ? "multiValueHeaders" : "headers");
        foreach (var (name, value) in answer.Headers)
        {
            if (multiValueHeaders)
            {
                writer.WriteStartArray(name);
                writer.WriteStringValue(value);
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteString(name, value);
            }
        }

        writer.WriteEndObject();
    }
}
