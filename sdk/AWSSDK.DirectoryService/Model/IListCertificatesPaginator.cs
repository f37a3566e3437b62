using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>All registered certificates of a directory, fetched page by page; may be enumerated once.</summary>
public interface IListCertificatesPaginator
{
    IPaginatedEnumerable<ListCertificatesResponse> Responses { get; }

    IPaginatedEnumerable<CertificateInfo> CertificatesInfo { get; }
}
