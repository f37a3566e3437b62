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

        if (certificates.Count > CaBundle.MaxCertificates)
        {
            return SourceReading.Failed(
                $"{Name} holds {certificates.Count} certificate objects; at most {CaBundle.MaxCertificates} are read. "
                + "Give a longer prefix, under which there are only the CAs that the directory shall trust.");
        }

        var size = certificates.Where(one => one.Bytes <= CertificateObject.MaxBytes).Sum(one => one.Bytes);
        if (size > allowance.Left)
        {
            return SourceReading.Failed(
                $"The certificate objects of {Name} have {size} bytes; {allowance.Left} are left of the "
                + $"{CaBundle.MaxTotalLength} that are read of all sources together. Give only the CAs that the "
                + "directory shall trust.");
        }

        List<(string Source, string Pem)> texts = [];
        var problems = new ProblemList($"{Name} has");
        problems.AddRange(
            from one in listed
            let why = CertificateObject.WhyUnread(one.Key)
            where why is not null
            select $"{PlaceOf(one)} {why}.");
        foreach (var certificate in certificates)
        {
            var reading = await ReadAsync(certificate, cancellationToken);
            texts.AddRange(reading.Texts);
            problems.AddRange(reading.Problems);
        }

        return new SourceReading(texts, problems.ToList());
    }

    private string PlaceOf(StoredObject one) => $"s3://{bucket.Name}/{Printable.Value(one.Key)}";

    private async Task<SourceReading> ReadAsync(StoredObject certificate, CancellationToken cancellationToken)
    {
        var place = PlaceOf(certificate);
        if (certificate.Bytes > CertificateObject.MaxBytes)
        {
            return SourceReading.Failed(
                $"{place} has {certificate.Bytes} bytes; at most {CertificateObject.MaxBytes} are read. Replace it by "
                + "the CA certificates alone.");
        }

        try
        {
            var most = Math.Min(CertificateObject.MaxBytes, allowance.Left);
            var found = await objects.FindAsync(bucket, certificate.Key, most, cancellationToken);
            allowance.Take(found?.Length ?? 0);
            return found is { } bytes
                ? SourceReading.Of(place, CertificateObject.ToPem(bytes))
                : SourceReading.Failed($"{place} went while the certificates were read. Deploy again.");
        }
        catch (ServiceException failure) when (!failure.MayPass())
        {
            return SourceReading.Failed(
                $"{place} cannot be read: {failure.Message} Correct that, or remove the object.");
        }
    }
}
