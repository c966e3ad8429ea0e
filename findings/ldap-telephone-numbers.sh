#!/usr/bin/env bash
# OpenLDAP 2.5.13: telephone numbers of a directory are no plain texts. Spaces and hyphens do not count (RFC 4517, 4.2.29), so an entry that names
# one number in two ways is refused as naming it twice, and a search for +4930901801 finds both ways, but not +49 (30) 901801. A star or a
# hash of a function code such as *21# is no character of the syntax at all, and the whole entry is refused. Checked without a server, by
# slapadd and slapcat. Exits non-zero when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
fetch() { apt-get -qq -o APT::Sandbox::User=root download "$@"; }
packages=(slapd=2.5.13+dfsg-5 libldap-2.5-0=2.5.13+dfsg-5 libsasl2-2 libwrap0 libltdl7 libodbc2)
fetch "${packages[@]}" 2>/dev/null || { apt-get -qq update; fetch "${packages[@]}"; }
for package in *.deb; do dpkg -x "$package" root; done
libraries=$folder/root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo "$(uname -m)-linux-gnu")
tool() { (export LD_LIBRARY_PATH="$libraries:${libraries/usr\//}"; exec -a "$1" root/usr/sbin/slapd -f slapd.conf "${@:2}" 2>&1); }
mkdir data
cat >slapd.conf <<CONF
include $folder/root/etc/ldap/schema/core.schema
include $folder/root/etc/ldap/schema/cosine.schema
include $folder/root/etc/ldap/schema/inetorgperson.schema
modulepath $folder/root/usr/lib/ldap
moduleload back_mdb
database mdb
suffix "o=House"
directory $folder/data
CONF
printf 'dn: o=House\nobjectClass: organization\no: House\n' >house.ldif
entry() { printf 'dn: cn=%s,o=House\nobjectClass: inetOrgPerson\ncn: %s\nsn: %s\n' "$1" "$1" "$1"; printf 'telephoneNumber: %s\n' "${@:2}"; }
entry One '+49 30 901801' >one.ldif
entry Two '+4930-901801' >two.ldif
entry Three '+49 (30) 901801' >three.ldif
entry Both '+49 30 901801' '+4930-901801' >both.ldif
entry Divert '*21#' >divert.ldif
for file in house one two three both divert; do
  echo "$file: $(tool slapadd -o value-check=yes -l $file.ldif | tail -1)"
done | tee added.out
echo "found: $(tool slapcat -a '(telephoneNumber=+4930901801)' | sed -n 's/^dn: cn=\([^,]*\).*/\1/p' | tr '\n' ' ')" | tee found.out
grep -q 'both: .*telephoneNumber: value #0 provided more than once' added.out
grep -q 'divert: .*telephoneNumber: value #0 invalid per syntax' added.out
grep -qx 'three: ' added.out
grep -qx 'found: One Two ' found.out
