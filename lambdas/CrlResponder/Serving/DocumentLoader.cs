using System.Buffers.Text;
using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Issuers;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Serving;

/// <summary>Takes an object from the store into the one buffer it is served from, if it is fit to be served.</summary>
public sealed class DocumentLoader(CrlVerifier verifier, TimeSpan maxAge)
{
    /// <inheritdoc cref="CrlVerifier.Prepare"/>
    public Task? Prepare(ServedKey key, CancellationToken cancellationToken) => verifier.Prepare(key, cancellationToken);

    /// <summary>The document, or why there is none. An object that is too large is not read at all.</summary>
    /// <param name="key">Where it lies.</param>
    /// <param name="stored">The object.</param>
    /// <param name="prepared">What <see cref="Prepare"/> began; null where it began nothing.</param>
    /// <param name="cancellationToken">Ends with the time for S3.</param>
    public async Task<(CachedDocument? Document, ObjectProblem? Problem)> LoadAsync(
        ServedKey key, IStoredObject stored, Task? prepared, CancellationToken cancellationToken)
    {
        if (TooLarge(key, stored) is { } tooLarge)
        {
            return (null, tooLarge);
        }

        var length = (int)stored.LengthBytes;
        var buffer = GC.AllocateUninitializedArray<byte>(Base64.GetMaxEncodedToUtf8Length(length));
        await stored.ReadAsync(buffer.AsMemory(0, length), cancellationToken);

        var reading = DocumentReader.Read(buffer.AsSpan(0, length), key.Kind);
        if (reading.Facts is not { } facts)
        {
            return (null, new ObjectProblem(
                ObjectProblemKind.Invalid,
                $"Object '{key}' ({length} bytes, ETag {stored.ETag}) is not served: {reading.Problem}. Publish it again."));
        }

        CrlVerdict? verdict = key.Kind == DocumentKind.Crl
            ? await verifier.JudgeAsync(key, buffer.AsMemory(0, length), facts, prepared, cancellationToken)
            : null;
        if (verdict is CrlVerdict.WrongIssuer wrong)
        {
            return (null, new ObjectProblem(
                ObjectProblemKind.WrongIssuer,
                $"CRL '{key}' (ETag {stored.ETag}) is not served: it {wrong.Detail}. Let its CA publish here again."));
        }

        _ = Base64.EncodeToUtf8InPlace(buffer, length, out var encoded);
        var document = new CachedDocument
        {
            Facts = facts with { IsVerified = verdict is CrlVerdict.Verified },
            UnverifiedBecause = verdict is CrlVerdict.Unverified unverified
                ? $"The signature of CRL '{key}' was not checked: it {unverified.Detail}."
                : null,
            ETag = stored.ETag,
            LastModified = stored.LastModified,
            LengthBytes = length,
            Base64 = buffer.AsMemory(0, encoded),
        };
        return (document, null);
    }

    /// <summary>Counts the longest answer that the object could ever need, headers and JSON included.</summary>
    private ObjectProblem? TooLarge(ServedKey key, IStoredObject stored)
    {
        var envelope = AnswerDocument.EnvelopeBytes(DocumentAnswer.Whole(
            key.Kind, stored.ETag, stored.LastModified, CacheControl.Longest(maxAge), base64: default));
        var answerBytes = envelope + ((stored.LengthBytes + 2) / 3 * 4);
        return answerBytes <= LoadBalancerLimits.MaxAnswerBytes
            ? null
            : new ObjectProblem(
                ObjectProblemKind.TooLarge,
                $"Object '{key}' is {stored.LengthBytes} bytes, its answer {answerBytes} bytes of JSON; a load balancer takes "
                + $"at most {LoadBalancerLimits.MaxAnswerBytes}. Use partitioned CRLs or a CA per group of users.");
    }
}
