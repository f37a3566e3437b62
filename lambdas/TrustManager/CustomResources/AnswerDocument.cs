using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.CustomResources;

/// <summary>The JSON of an answer, cut to what CloudFormation accepts.</summary>
public static class AnswerDocument
{
    /// <summary>
    /// Largest answer, in bytes (CloudFormation User Guide, custom resource response objects); CloudFormation ignores a
    /// larger one and waits for its time-out.
    /// </summary>
    public const int MaxBytes = 4096;

    /// <summary>
    /// Least room for a reason, in bytes: two sentences. When data leave less, the data go, since a reason that cannot
    /// be
    /// read leaves a person with nothing.
    /// </summary>
    private const int LeastReasonBytes = 400;

    private const string Cut = "...";

    // The document is read by CloudFormation, never pasted into HTML.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static byte[] Render(CustomResourceAnswer answer)
    {
        var reason = Shown(answer.Reason ?? "");
        var data = answer.Data;
        var room = MaxBytes - Write(answer, "", data).Length;
        if (room < Math.Min(LeastReasonBytes, EncodedBytes(reason)))
        {
            data = new Dictionary<string, string>();
            room = MaxBytes - Write(answer, "", data).Length;
        }

        return Write(answer, Fitting(reason, room), data);
    }

    private static byte[] Write(CustomResourceAnswer answer, string reason, IReadOnlyDictionary<string, string> data)
    {
        var bytes = new ArrayBufferWriter<byte>(MaxBytes);
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("Status", answer.Succeeded ? "SUCCESS" : "FAILED");
            writer.WriteString("Reason", reason);
            writer.WriteString("PhysicalResourceId", answer.PhysicalResourceId);
            writer.WriteString("StackId", answer.Address.StackId);
            writer.WriteString("RequestId", answer.Address.RequestId);
            writer.WriteString("LogicalResourceId", answer.Address.LogicalResourceId);
            writer.WriteStartObject("Data");
            foreach (var (name, value) in data)
            {
                writer.WriteString(name, Shown(value));
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The longest beginning whose JSON fits, cut between characters and never inside one.</summary>
    private static string Fitting(string text, int bytes)
    {
        if (EncodedBytes(text) <= bytes)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = bytes - Cut.Length;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= EncodedBytes(rune.ToString());
            if (left < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append(Cut).ToString();
    }

    private static int EncodedBytes(string text) => JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes.Length;

    /// <summary>CloudFormation shows it in terminals and on pages; half a surrogate pair has no UTF-8.</summary>
    private static string Shown(string text) => Printable.Text(text);
}
