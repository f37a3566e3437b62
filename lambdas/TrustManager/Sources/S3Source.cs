using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>
/// Every object under a prefix, folders below it included, whose key ends in .pem, .crt, .cer or .der. Other files of
/// certificates are problems, so that they never count as the withdrawal of what they replaced; what else lies there
/// is passed over.
/// </summary>
public sealed class S3Source(
    ICertificateObjects objects, SourceBucket bucket, string prefix, ReadAllowance allowance) : ICertificateSource
{
    public string Name => $"s3://{bucket.Name}/{prefix}";

    public async Task<SourceReading> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(
                await objects.ListAsync(bucket, prefix, cancellationToken), cancellationToken);
        }
        catch (ServiceException failure) when (failure.Failure == ServiceFailure.Denied)
        {
            return SourceReading.Failed(
                $"{Name} cannot be read: {failure.Message} S3 does not say why. Either the bucket does not belong to "
                + $"account {bucket.Owner} (s3.bucketOwner in the environment file): find out whose it is before you "
                + "correct that. Or its policy does not let the function's role list it.");
        }
    }

    private async Task<SourceReading> ReadAsync(
        IReadOnlyList<StoredObject> listed, CancellationToken cancellationToken)
    {
        var certificates = listed.Where(one => CertificateObject.IsNamedSo(one.Key)).ToList();
        if (certificates.Count == 0)
        {
            return SourceReading.Failed(
                $"{Name} holds no object whose key ends in {CertificateObject.EndingsText} (of {listed.Count} "
                + "objects there). That is not read as trusting nothing: put the CA certificates there, or correct the "
                + "bucket or prefix.");
        }

        // The smallest first, so that a few large files do not use up what may be read.
        Dictionary<string, ObjectReading> readings = new(StringComparer.Ordinal);
        foreach (var certificate in certificates.Take(CaBundle.MaxCertificates).OrderBy(one => one.Bytes))
        {
            if (await ReadAsync(certificate, cancellationToken) is { } reading)
            {
                readings[certificate.Key] = reading;
            }
        }

        List<ObjectReading> read =
            [.. certificates.Select(one => readings.GetValueOrDefault(one.Key)).OfType<ObjectReading>()];

        if (certificates.Count > CaBundle.MaxCertificates)
        {
            read.Add(ObjectReading.Failed(
                new ObjectOrigin(bucket.Name, prefix),
                $"it holds {certificates.Count} certificate objects, of which the first {CaBundle.MaxCertificates} are "
                + "read. Take away what the directory shall not trust, or give a longer prefix"));
        }

        var unread =
            from one in listed
            let why = CertificateObject.WhyUnread(one.Key)
            where why is not null
            select ObjectReading.Failed(new ObjectOrigin(bucket.Name, one.Key), $"it {why}");
        read.AddRange(unread.Take(CaBundle.MaxCertificates));
        return SourceReading.Of(read);
    }

    /// <returns>Null for what was removed since it was listed.</returns>
    private async Task<ObjectReading?> ReadAsync(StoredObject certificate, CancellationToken cancellationToken)
    {
        var origin = new ObjectOrigin(bucket.Name, certificate.Key);
        if (certificate.Bytes > CertificateObject.MaxBytes)
        {
            return ObjectReading.Failed(
                origin,
                $"it has {certificate.Bytes} bytes; at most {CertificateObject.MaxBytes} are read. Replace it by the CA "
                + "certificates alone");
        }

        try
        {
            if (certificate.Bytes > allowance.Left)
            {
                return ObjectReading.Failed(
                    origin,
                    $"it has {certificate.Bytes} bytes; {allowance.Left} are left of what is read of this source. "
                    + "Remove what the directory shall not trust");
            }

            var most = Math.Min(CertificateObject.MaxBytes, allowance.Left);
            var found = await objects.FindAsync(bucket, certificate.Key, most, cancellationToken);
            allowance.Take(found?.Bytes.Length ?? 0);
            return found is { } content
                ? CertificateObject.Read(origin with { VersionId = content.VersionId }, content.Bytes)
                : null;
        }
        catch (ServiceException failure) when (!failure.MayPass())
        {
            return ObjectReading.Failed(origin, $"{failure.Message} Correct that, or remove the object");
        }
    }
}
